# misconception: You divide the sum over all samples by the number of batches. Divide it by the
#   number of samples.
# read: The mean of means
# rank: 20
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += 1
    return total / count
