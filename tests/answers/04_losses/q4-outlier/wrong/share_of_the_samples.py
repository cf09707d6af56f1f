# misconception: That is the share of the samples, one of five. The question is how much of the
#   error it makes up.
q4_mse = 104 / 5
q4_share = 1 / 5
