# style: log-sum-exp as a number of its own, with the maximum added back
#| export
def log_softmax(scores):
    x = scores.data
    m = np.max(x, axis=-1, keepdims=True)
    log_sum_exp = m + np.log(np.sum(np.exp(x - m), axis=-1, keepdims=True))
    return Tensor(x - log_sum_exp)
