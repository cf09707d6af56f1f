# misconception: You switch requires_grad off, so the parameters would get no gradient any more.
#   Change grad only.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None
        parameter.requires_grad = False


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
    finally:
        Recording.on = before
