from programs.views.home import home
from programs.views.institutions import institution_detail, institution_list
from programs.views.programs import program_detail, program_list
from programs.views.rankings import ranking_detail, ranking_list

__all__ = [
    "home",
    "institution_detail",
    "institution_list",
    "program_detail",
    "program_list",
    "ranking_detail",
    "ranking_list",
]
