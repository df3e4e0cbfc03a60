"""How hypothesis runs: the same examples every time, without a clock.

A busy machine must not fail a change, nor may chance; ``--hypothesis-profile=search`` looks for new examples.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile("same")
