# misconception: That is the last product alone. The graph keeps the results of all three.
q3_gradients = 4 * (784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10)
q3_products = 4 * 32 * 10
