# misconception: You multiply by the batch. The gradients of all images are added up, so there is
#   one for each parameter.
q3_gradients = 4 * 32 * 235146
q3_products = 4 * 32 * (256 + 128 + 10)
