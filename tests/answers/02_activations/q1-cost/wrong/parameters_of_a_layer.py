# misconception: You count the weights of a layer. ReLU has none: look at what parameters() returns.
q1_parameters = 256 * 256 + 256
q1_output_bytes = 32 * 256 * 4
