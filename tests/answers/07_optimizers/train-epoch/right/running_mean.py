# style: a running mean
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    mean, seen = 0.0, 0
    for batch in loader:
        x, y = batch
        optimizer.zero_grad()
        result = loss(model.forward(x, training=True), y)
        result.backward()
        if callable(before_step):
            before_step()
        optimizer.step()
        seen += len(x.data)
        mean += (float(result.data) - mean) * len(x.data) / seen
    return float(mean)
