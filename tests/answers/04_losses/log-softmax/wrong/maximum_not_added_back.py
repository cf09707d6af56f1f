# misconception: You subtract the maximum inside the logarithm only. It has to be taken from the
#   score too, or added back to the logarithm.
# rank: 20
#| export
def log_softmax(scores):
    x = scores.data
    return Tensor(x - np.log(np.exp(x - x.max(axis=-1, keepdims=True)).sum(axis=-1, keepdims=True)))
