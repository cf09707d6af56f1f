# misconception: Each bias is given the input width of its layer instead of the output width.
q2_parameters = 1024 * 300 + 1024 + 300 * 100 + 300 + 100 * 10 + 100
q2_bytes = 4 * q2_parameters
