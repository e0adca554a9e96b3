"""A slide as a scene, shown on the projector, the console, thumbnails and paper."""
