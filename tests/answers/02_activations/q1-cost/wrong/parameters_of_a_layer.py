# misconception: The weights of a Linear layer are counted for the activation.
q1_parameters = 256 * 256 + 256
q1_output_bytes = 32 * 256 * 4
