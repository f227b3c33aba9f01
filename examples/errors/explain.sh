# Ask what the pages know about an error.

# --8<-- [start:explain]
echo "import torch; torch.ones(2, 3) @ torch.ones(2, 3)" > train.py
python train.py 2> error.log || echo "exit status $?"
#> exit status 1
torchmemo explain --language ko error.log
#>
#> mat1 and mat2 shapes cannot be multiplied
#>     앞 계층이 출력하는 특징의 수와 다음 nn.Linear가 받는 특징의 수가 다르다. 메시지에서 첫 shape의 두 번째 수가 실제로 들어온 특징의 수다.
#>     in_features를 그 수로 바꾸거나, 입력이 이미지라면 먼저 flatten(1)로 편다.
#>     내 코드의 줄: train.py:1  import torch; torch.ones(2, 3) @ torch.ones(2, 3)
#>     http://127.0.0.1:8000/sequential_modulelist/#mismatch
torchmemo explain --language en error.log
#>
#> mat1 and mat2 shapes cannot be multiplied
#>     The layer before outputs a different number of features than the next nn.Linear takes; the second number of the first shape in the message is the number of features that came in.
#>     Set in_features to that number, or if the input is an image, flatten it first with flatten(1).
#>     Your line: train.py:1  import torch; torch.ones(2, 3) @ torch.ones(2, 3)
#>     http://127.0.0.1:8000/en/sequential_modulelist/#mismatch
# --8<-- [end:explain]
