from programs.views.audit import audit
from programs.views.disagreements import disagreement_list
from programs.views.home import home
from programs.views.institutions import institution_detail, institution_list
from programs.views.program_files import programs_csv, programs_json
from programs.views.programs import program_detail, program_list
from programs.views.rankings import ranking_detail, ranking_list
from programs.views.search import search
from programs.views.states import state_detail, state_list
from programs.views.suggestions import suggestions

__all__ = [
    "audit",
    "disagreement_list",
    "home",
    "institution_detail",
    "institution_list",
    "program_detail",
    "program_list",
    "programs_csv",
    "programs_json",
    "ranking_detail",
    "ranking_list",
    "search",
    "state_detail",
    "state_list",
    "suggestions",
]
