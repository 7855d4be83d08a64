#pragma once

#include "core/models/files/pickle.h"

#include <unordered_map>

namespace nakama
{

/**
 * Builds the values of a pickle as its operations ask: a stack with marks, a memo, and containers. Functions
 * are recorded with their arguments, never called; only the globals of a state dict are known. Errors, where
 * not said otherwise: CorruptData, with what is wrong as the message.
 */
class PickleBuilder
{
public:
    /** Error: TooLarge, when more values were made than a state dict can need. */
    Result<void> checkBound() const;

    Result<void> push(const PickleValue& value);
    Result<void> pushContainer(PickleValue::Kind kind, std::vector<PickleValue> items = {});
    Result<void> mark();

    /** A tuple of the last values. */
    Result<void> tuple(std::size_t count);
    Result<void> tupleFromMark();
    /** Adds the last values to the container below them. */
    Result<void> extend(PickleValue::Kind kind, std::size_t count);
    Result<void> extendFromMark(PickleValue::Kind kind);

    /** Error: Unsupported for a global that no state dict needs, by name. */
    Result<void> global(std::string_view module, std::string_view name);
    Result<void> globalFromStack();
    Result<void> reduce();
    Result<void> newObject();
    Result<void> build();
    Result<void> persistent();

    Result<void> remember(std::uint32_t id);
    Result<void> rememberNext();
    Result<void> recall(std::uint32_t id);

    /** The last value becomes the root; the builder is empty afterwards. */
    Result<Pickle> finish();

private:
    std::size_t available() const;
    Result<std::vector<PickleValue>> pop(std::size_t count);
    Result<std::vector<PickleValue>> popToMark();
    Result<void> append(PickleValue::Kind kind, const std::vector<PickleValue>& values);
    Result<void> orderedDict(const std::vector<PickleValue>& arguments);

    Pickle m_pickle;
    std::vector<PickleValue> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint32_t, PickleValue> m_memo;
    std::size_t m_values = 0;
};

} // namespace nakama
