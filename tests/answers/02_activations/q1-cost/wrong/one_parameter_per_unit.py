# misconception: ReLU is given one parameter for each of its 256 numbers.
q1_parameters = 256
q1_output_bytes = 32 * 256 * 4
