# misconception: Your accuracy is over all samples, and your loss is the mean of the batches'
#   means. Weigh the losses, too.
# read: The mean of means
#| export
def evaluate(model, loader, loss):
    total, right, count, batches = 0.0, 0.0, 0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data)
            right += accuracy(scores, y) * x.shape[0]
            batches += 1
            count += x.shape[0]
    return total / batches, right / count
