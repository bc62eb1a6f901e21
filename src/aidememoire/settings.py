"""Environment and a TOML file become one frozen settings object, read once by the views."""
