"""Teacher mode in the main window: the path of modules, a module's front page, and its pages."""
