"""The site's settings for tests: an environment of their own, so that a run needs no .env."""

import os

os.environ |= {
    "ENV_FILE": os.devnull,
    "DJANGO_SECRET_KEY": "a key for tests, long enough to be taken and known to everyone",
    "DJANGO_DEBUG": "",
    "SITE_URL": "http://localhost:8000",
}

from config.settings import *

# the slow one protects passwords; those of tests open nothing
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# static files from where they lie, so that no test waits for collectstatic
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
