"""Every check of every app, by key."""

from careers.checks import CHECKS as OF_CAREERS
from programs.checks.best_value import CHECKS as OF_BEST_VALUE
from programs.checks.degrees import CHECKS as OF_DEGREES
from programs.checks.employers import CHECKS as OF_EMPLOYERS
from programs.checks.rankings import CHECKS as OF_RANKINGS
from programs.checks.state_medians import CHECKS as OF_STATE_MEDIANS
from programs.checks.states import CHECKS as OF_STATES
from reference.topic_checks import CHECKS as OF_TOPICS

CHECKS = {
    **OF_STATE_MEDIANS,
    **OF_STATES,
    **OF_RANKINGS,
    **OF_BEST_VALUE,
    **OF_DEGREES,
    **OF_EMPLOYERS,
    **OF_CAREERS,
    **OF_TOPICS,
}
