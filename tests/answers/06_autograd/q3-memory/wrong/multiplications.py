# misconception: You count multiplications. Each result of a product is kept once: batch times
#   outputs.
q3_gradients = 4 * (784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10)
q3_products = 4 * 32 * (784 * 256 + 256 * 128 + 128 * 10)
