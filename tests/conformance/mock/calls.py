from unittest.mock import ANY, MagicMock, Mock, call, sentinel

mock = Mock(return_value=5)
print(mock(1, a=2), mock.called, mock.call_count, mock.call_args, mock.call_args.args, mock.call_args.kwargs)
mock.method(3)
mock.method.deep("x")
mock.made().chained(4)
print(mock.mock_calls, mock.method_calls, mock.call_args_list)
mock.assert_any_call(1, a=2)
mock.method.assert_called_once_with(3)
mock.method.assert_called_with(ANY)
mock.assert_has_calls([call(1, a=2), call.method(3)])
for check in [lambda: mock.method.assert_called_with(4), lambda: mock.assert_called_once(), lambda: mock.method.assert_not_called(),
              lambda: Mock().assert_called_with(1), lambda: mock.assert_any_call(9), lambda: Mock().assert_called(),
              lambda: mock.method.assert_called_once_with(5), lambda: Mock(name="named").assert_called_once()]:
    try:
        check()
    except AssertionError as error:
        print(error)
mock.reset_mock()
print(mock.called, mock.call_count, mock.mock_calls, mock())
print(call(1) == call(1), call(1) == call(2), call.a.b(1), sentinel.one is sentinel.one, sentinel.two, ANY == 5, call("a", b=1))
