# misconception: You give the input width biases. Only the outputs of layers have them.
q2_parameters = 1024 * 300 + 300 * 100 + 100 * 10 + 1024 + 300 + 100 + 10
q2_bytes = q2_parameters * 4
