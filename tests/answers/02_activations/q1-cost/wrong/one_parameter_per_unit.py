# misconception: You count a parameter for each number. ReLU learns nothing: look at what
#   parameters() returns.
q1_parameters = 256
q1_output_bytes = 32 * 256 * 4
