"""Facts to Dataset: vocabulary, building, byte-stable files, reasoning."""
