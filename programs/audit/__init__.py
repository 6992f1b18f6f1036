"""The audit: what is claimed in public beside what federal files count, and the verdict on it."""
