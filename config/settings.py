"""Settings of the site. Production is the default; config/env.py reads what differs by machine."""

from csp.constants import NONE, SELF

from config import address, backends, env

env.read_env_file()

BASE_DIR = env.BASE_DIR
SITE = address.site()

# --- The site ---------------------------------------------------------------------------------

SECRET_KEY = env.secret_key()
DEBUG = env.debug()
SITE_URL = SITE.url
ALLOWED_HOSTS = SITE.allowed_hosts
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_filters",
    "django_htmx",
    "csp",
    "reference",
    "careers",
    "programs",
]

MIDDLEWARE = [
    # The first four come before all that can answer by itself, so that static files, redirects and
    # errors carry their headers too.
    "csp.middleware.CSPMiddleware",
    "config.headers.fixed_headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.language.said_language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------------------------

DATABASES = backends.databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = backends.caches()

# --- Static files -----------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False  # config/headers.py says the opposite

# --- Language and time ------------------------------------------------------------------------

LANGUAGE_CODE = "en-us"
USE_I18N = True
USE_THOUSAND_SEPARATOR = False  # a year is no quantity; templates group digits where they are
TIME_ZONE = "UTC"
USE_TZ = True

# --- Security ---------------------------------------------------------------------------------

# What https needs follows from SITE_URL. Plain http is accepted for this machine alone
# (config/address.py), where the admin could sign nobody in with it on. TLS ends at a proxy, whose
# X-Forwarded-Proto gunicorn believes if it runs at one of FORWARDED_ALLOW_IPS, by default here.
SECURE_SSL_REDIRECT = SITE.https
SECURE_HSTS_SECONDS = 63_072_000 if SITE.https else 0  # two years
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE.https
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE.https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# browsers take a __Host- cookie only from this very host, over https
SESSION_COOKIE_NAME = "__Host-sessionid" if SITE.https else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if SITE.https else "csrftoken"
SESSION_COOKIE_AGE = 8 * 60 * 60  # an editor's working day
CSRF_TRUSTED_ORIGINS = [SITE.url]
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

SILENCED_SYSTEM_CHECKS = [
    # preloading binds a whole domain, subdomains of others included, for years: its owner's choice
    "security.W021",
]

# --- Logs -------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.logs.EscapingFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Django's own handlers would say everything twice, and mail nobody
    "loggers": {"django": {"handlers": [], "level": "INFO"}},
}
