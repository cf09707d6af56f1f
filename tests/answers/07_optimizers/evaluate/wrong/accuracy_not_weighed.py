# misconception: Your loss is over all samples, and your accuracy is the mean of the batches'
#   shares. Weigh the shares, too.
# read: The mean of means
#| export
def evaluate(model, loader, loss):
    total, right, count, batches = 0.0, 0.0, 0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data) * x.shape[0]
            right += accuracy(scores, y)
            batches += 1
            count += x.shape[0]
    return total / count, right / batches
