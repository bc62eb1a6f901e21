"""The recipe of the reading model: corpora in, one ONNX file out. Needs the `train` extra; the program does not."""
