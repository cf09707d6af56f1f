# misconception: You give each layer one bias for each input. It has one for each output.
q2_parameters = 1024 * 300 + 1024 + 300 * 100 + 300 + 100 * 10 + 100
q2_bytes = 4 * q2_parameters
