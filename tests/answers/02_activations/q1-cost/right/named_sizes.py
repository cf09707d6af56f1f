# style: The sizes are named first.
samples, width, bytes_per_value = 32, 256, 4
q1_parameters = 0 * width
q1_output_bytes = samples * width * bytes_per_value
