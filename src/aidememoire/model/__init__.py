"""What things are: frozen dataclasses that every room works on. Imports only itself."""
