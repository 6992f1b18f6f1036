"""Addresses that hold outside the site too."""

from django.conf import settings


def on_site(record) -> str:
    return f"{settings.SITE_URL}{record.get_absolute_url()}"
