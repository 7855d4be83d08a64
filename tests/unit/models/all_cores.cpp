#include <torch/torch.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace nakama
{

namespace
{

/** As the engine does it: Debian's LibTorch starts with one thread, and takes other, slower kernels then. */
class AllCores : public testing::Environment
{
public:
    void SetUp() override
    {
        at::set_num_threads(static_cast<int>(std::max(2u, std::thread::hardware_concurrency())));
    }
};

const auto* const allCores = testing::AddGlobalTestEnvironment(new AllCores);

} // namespace

} // namespace nakama
