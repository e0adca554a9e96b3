"""The four nations: terms, phases, curriculum codes and help routes, from data."""
