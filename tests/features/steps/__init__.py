"""All steps; the module that binds the features imports everything from here."""

from tests.features.steps.background import *  # noqa: F403
from tests.features.steps.facts import *  # noqa: F403
from tests.features.steps.mandates import *  # noqa: F403
from tests.features.steps.protocol import *  # noqa: F403
from tests.features.steps.shown import *  # noqa: F403
from tests.features.steps.verdicts import *  # noqa: F403
