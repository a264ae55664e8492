"""What all tests share: how long and how hard generated examples are sought."""

import os

from hypothesis import HealthCheck, settings

# On a busy machine drawing a whole patient takes a while; that says nothing of the program.
settings.register_profile(
    "check", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("search", parent=settings.get_profile("check"), max_examples=1000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))
