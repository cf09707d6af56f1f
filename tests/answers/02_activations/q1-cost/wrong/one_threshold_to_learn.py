# misconception: You count the threshold 0 as a parameter. It is fixed; training changes nothing in
#   ReLU.
q1_parameters = 1
q1_output_bytes = 32 * 256 * 4
