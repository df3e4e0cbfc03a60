"""Builds the compiled kernel of alignment where a C compiler is; everything else is declared in pyproject.toml."""

from __future__ import annotations

import sys

from Cython.Build import cythonize
from setuptools import Extension, setup

NAME, SOURCE = "aligncheck.alignment._kernel", "src/aligncheck/alignment/_kernel.pyx"
ARGUMENTS = [] if sys.platform == "win32" else ["-O3", "-ffp-contract=off"]
"""Without contraction, additions and multiplications round as numpy's do, and ties fall alike."""

extensions = cythonize([Extension(NAME, [SOURCE], extra_compile_args=ARGUMENTS)], build_dir="build")
for extension in extensions:
    extension.optional = True  # no compiler, no kernel; cythonize drops what Extension is told of it

setup(ext_modules=extensions)
