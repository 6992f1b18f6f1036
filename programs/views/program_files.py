from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe

from programs.exports.csv_file import csv_of
from programs.exports.json_file import json_of
from programs.exports.selection import Selection

CSV = "text/csv; charset=utf-8; header=present"


@require_safe
def programs_csv(request):
    selection = Selection(request.GET)
    response = _file(request, selection, csv_of, "csv", CSV)
    if selection.ignored:
        response["Ignored-Parameters"] = selection.ignored_in_header
    return response


@require_safe
def programs_json(request):
    return _file(request, Selection(request.GET), json_of, "json", "application/json")


def _file(request, selection, written, suffix, content_type):
    """Asked for its headers alone it reads no program."""
    chunks = [] if request.method == "HEAD" else written(selection.listed())
    response = StreamingHttpResponse(chunks, content_type=content_type)
    name = "-".join(["gradpath-programs", *([str(selection.dated)] if selection.dated else [])])
    response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    return response
