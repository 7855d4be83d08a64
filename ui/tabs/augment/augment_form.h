#pragma once

#include "core/augment/augment.h"

#include <QWidget>

#include <array>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace nakama
{

class StrengthRow;

/** Every operation of the augmentation with a switch and a slider. */
class AugmentForm : public QWidget
{
    Q_OBJECT

public:
    explicit AugmentForm(QWidget* parent = nullptr);

    AugmentParams params() const;
    /** Emits nothing. What the form does not show (bounds of ratios, of the erased area) is kept. */
    void setParams(const AugmentParams& params);

Q_SIGNALS:
    /** By the person. */
    void changed();
    void resetRequested();

private:
    enum Frame { RandomCrop, CentreCrop, Letterbox };

    QWidget* makeFrame();
    QWidget* makeTrivial();
    QWidget* makeJitter();
    QWidget* makeErasing();
    void updateEnabled();
    StrengthRow* watched(StrengthRow* row);

    AugmentParams m_kept;
    QComboBox* m_frame;
    StrengthRow* m_crop;
    StrengthRow* m_flip;
    StrengthRow* m_trivial;
    QWidget* m_operationRows;
    std::array<StrengthRow*, operationCount> m_operations;
    StrengthRow* m_rotation;
    std::array<StrengthRow*, 4> m_jitter; ///< brightness, contrast, saturation, hue
    StrengthRow* m_blur;
    StrengthRow* m_erasing;
    QComboBox* m_fill;
    StrengthRow* m_mixUp;
    StrengthRow* m_cutMix;
};

} // namespace nakama
