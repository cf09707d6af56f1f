# misconception: You count the images as well. They go into the first product, but are no result
#   of one.
q3_gradients = 4 * (784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10)
q3_products = 4 * 32 * (784 + 256 + 128 + 10)
