"""A teacher's own learning: modules, evidence, certificates, staff meetings, files for learning platforms."""
