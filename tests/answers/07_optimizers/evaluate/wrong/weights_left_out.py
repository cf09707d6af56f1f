# misconception: You divide the sums of the batches' means by the number of samples. Multiply each
#   mean by its samples first.
# read: The mean of means
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data)
            right += accuracy(scores, y)
            count += x.shape[0]
    return total / count, right / count
