# misconception: You leave one parameter out. Set grad of all of them to None.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in list(parameters)[1:]:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
    finally:
        Recording.on = before
