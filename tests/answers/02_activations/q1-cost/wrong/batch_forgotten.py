# misconception: The output of one sample is given, the batch is forgotten.
q1_parameters = 0
q1_output_bytes = 256 * 4
