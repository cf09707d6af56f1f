# style: operations of Tensor where there are some
#| export
def log_softmax(scores):
    shifted = scores - scores.max(axis=-1, keepdims=True)
    sums = Tensor(np.exp(shifted.numpy())).sum(axis=-1, keepdims=True)
    return shifted - Tensor(np.log(sums.numpy()))
