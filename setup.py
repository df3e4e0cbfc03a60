"""Builds the compiled kernel of alignment where a C compiler is; everything else is declared in pyproject.toml."""

from __future__ import annotations

import sys

from Cython.Build import cythonize
from setuptools import Extension, setup

ARGUMENTS = [] if sys.platform == "win32" else ["-O3", "-ffp-contract=off"]
"""Without contraction, additions and multiplications round as numpy's do, and ties fall alike."""

setup(
    ext_modules=cythonize(
        [
            Extension(
                "aligncheck.alignment._kernel",
                ["src/aligncheck/alignment/_kernel.pyx"],
                extra_compile_args=ARGUMENTS,
                optional=True,
            )
        ],
        build_dir="build",
    )
)
