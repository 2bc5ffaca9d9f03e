"""The other end of the kernel: runs build123d scripts, and measures, meshes and writes what they leave."""
