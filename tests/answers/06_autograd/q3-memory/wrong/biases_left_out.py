# misconception: You leave out the biases. They are parameters, and have gradients, too.
q3_gradients = 4 * (784 * 256 + 256 * 128 + 128 * 10)
q3_products = 4 * 32 * (256 + 128 + 10)
