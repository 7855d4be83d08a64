<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>nakama::ClassPicturesPanel</name>
    <message numerus="yes">
        <source>%1 – %n picture(s)</source>
        <translation>
            <numerusform>%1 – %n picture</numerusform>
            <numerusform>%1 – %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CollectController</name>
    <message numerus="yes">
        <source>Paused; %Ln picture(s) collected in this run.</source>
        <translation>
            <numerusform>Paused; %Ln picture collected in this run.</numerusform>
            <numerusform>Paused; %Ln pictures collected in this run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %Ln picture(s) collected in this run stay.</source>
        <translation>
            <numerusform>Stopped; %Ln picture collected in this run stays.</numerusform>
            <numerusform>Stopped; %Ln pictures collected in this run stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished; %Ln picture(s) collected in this run.</source>
        <translation>
            <numerusform>Finished; %Ln picture collected in this run.</numerusform>
            <numerusform>Finished; %Ln pictures collected in this run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CollectStatus</name>
    <message numerus="yes">
        <source>%Ln picture(s) would come, about %1. The disk has %2 free.</source>
        <translation>
            <numerusform>%Ln picture would come, about %1. The disk has %2 free.</numerusform>
            <numerusform>%Ln pictures would come, about %1. The disk has %2 free.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CopiesDialog</name>
    <message numerus="yes">
        <source>%n picture(s) were looked through, and none is a copy of another.</source>
        <translation>
            <numerusform>%n picture was looked through, and it has no copy.</numerusform>
            <numerusform>%n pictures were looked through, and none is a copy of another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Setting copies aside takes %n picture(s) out of split and training.</source>
        <translation>
            <numerusform>Setting copies aside takes %n picture out of split and training.</numerusform>
            <numerusform>Setting copies aside takes %n pictures out of split and training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in the split now.</source>
        <translation>
            <numerusform>%n of them is in the split now.</numerusform>
            <numerusform>%n of them are in the split now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo brings %n picture(s) back; split again to train on them.</source>
        <translation>
            <numerusform>Undo brings %n picture back; split again to train on it.</numerusform>
            <numerusform>Undo brings %n pictures back; split again to train on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read, so their copies are not known.</source>
        <translation>
            <numerusform>%n picture could not be read, so its copies are not known.</numerusform>
            <numerusform>%n pictures could not be read, so their copies are not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::DanbooruAccount</name>
    <message numerus="yes">
        <source>%n tag(s) in one search</source>
        <translation>
            <numerusform>%n tag in one search</numerusform>
            <numerusform>%n tags in one search</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::DatasetTab</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a label</source>
        <translation>
            <numerusform>%n without a label</numerusform>
            <numerusform>%n without a label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the true test</source>
        <translation>
            <numerusform>%n in the true test</numerusform>
            <numerusform>%n in the true test</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ImportDialog</name>
    <message numerus="yes">
        <source>%n file(s) found.</source>
        <translation>
            <numerusform>%n file found.</numerusform>
            <numerusform>%n files found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) match no class of this workspace: decide what they become.</source>
        <translation>
            <numerusform>%n folder matches no class of this workspace: decide what it becomes.</numerusform>
            <numerusform>%n folders match no class of this workspace: decide what they become.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ImportReportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) imported</source>
        <translation>
            <numerusform>%n picture imported</numerusform>
            <numerusform>%n pictures imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::JobSummary</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Job list, %n running</source>
        <translation>
            <numerusform>Job list, %n running</numerusform>
            <numerusform>Job list, %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::SplitPanel</name>
    <message numerus="yes">
        <source>%n picture(s) beyond the limits were left out; the largest class to the smallest was %1, and is %2 now.</source>
        <translation>
            <numerusform>%n picture beyond the limits was left out; the largest class to the smallest was %1, and is %2 now.</numerusform>
            <numerusform>%n pictures beyond the limits were left out; the largest class to the smallest was %1, and is %2 now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were left out, since the true test has copies of them.</source>
        <translation>
            <numerusform>%n picture was left out, since the true test has a copy of it.</numerusform>
            <numerusform>%n pictures were left out, since the true test has copies of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::TileText</name>
    <message numerus="yes">
        <source>%n bit(s)</source>
        <translation>
            <numerusform>%n bit</numerusform>
            <numerusform>%n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::TrainingController</name>
    <message numerus="yes">
        <source>Stopped; all up to the last batch is kept, %n epoch(s) are finished.</source>
        <translation>
            <numerusform>Stopped; all up to the last batch is kept, %n epoch is finished.</numerusform>
            <numerusform>Stopped; all up to the last batch is kept, %n epochs are finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n epoch(s) trained.</source>
        <translation>
            <numerusform>Finished; %n epoch trained.</numerusform>
            <numerusform>Finished; %n epochs trained.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %n epoch(s) kept.</source>
        <translation>
            <numerusform>Stopped; %n epoch kept.</numerusform>
            <numerusform>Stopped; %n epochs kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::WorkspaceFlow</name>
    <message numerus="yes">
        <source>%n job(s) of this workspace are still running. Stop them?</source>
        <translation>
            <numerusform>%n job of this workspace is still running. Stop it?</numerusform>
            <numerusform>%n jobs of this workspace are still running. Stop them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::AgreementDialog</name>
    <message numerus="yes">
        <source>All annotators, on the %n picture(s) that each has answered: Fleiss&apos; kappa %1.</source>
        <translation>
            <numerusform>All annotators, on the %n picture that each has answered: Fleiss&apos; kappa %1.</numerusform>
            <numerusform>All annotators, on the %n pictures that each has answered: Fleiss&apos; kappa %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::BrowsePanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ComparisonPage</name>
    <message numerus="yes">
        <source>Copies count as one: %n group(s).</source>
        <translation>
            <numerusform>Copies count as one: %n group.</numerusform>
            <numerusform>Copies count as one: %n groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) that all of them answered.</source>
        <translation>
            <numerusform>On %n picture that all of them answered.</numerusform>
            <numerusform>On %n pictures that all of them answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::EditText</name>
    <message numerus="yes">
        <source>%n picture(s) stay as they are: %1.</source>
        <translation>
            <numerusform>%n picture stays as it is: %1.</numerusform>
            <numerusform>%n pictures stay as they are: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) out of the split</source>
        <translation>
            <numerusform>%n picture out of the split</numerusform>
            <numerusform>%n pictures out of the split</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into %1</source>
        <comment>a part of the split</comment>
        <translation>
            <numerusform>%n picture put into %1</numerusform>
            <numerusform>%n pictures put into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) moved to %1</source>
        <comment>a pool</comment>
        <translation>
            <numerusform>%n picture moved to %1</numerusform>
            <numerusform>%n pictures moved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from the bin</source>
        <translation>
            <numerusform>%n picture from the bin</numerusform>
            <numerusform>%n pictures from the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to the bin</source>
        <translation>
            <numerusform>%n picture to the bin</numerusform>
            <numerusform>%n pictures to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken back</source>
        <translation>
            <numerusform>%n picture taken back</numerusform>
            <numerusform>%n pictures taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) set aside</source>
        <translation>
            <numerusform>%n copy set aside</numerusform>
            <numerusform>%n copies set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) excluded</source>
        <translation>
            <numerusform>%n picture excluded</numerusform>
            <numerusform>%n pictures excluded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) marked “%1”</source>
        <translation>
            <numerusform>%n picture marked “%1”</numerusform>
            <numerusform>%n pictures marked “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) taken off</source>
        <translation>
            <numerusform>%n label taken off</numerusform>
            <numerusform>%n labels taken off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to %1</source>
        <comment>relabelled to a class</comment>
        <translation>
            <numerusform>%n picture to %1</numerusform>
            <numerusform>%n pictures to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::EvaluateTab</name>
    <message numerus="yes">
        <source>%n picture(s) were changed since this evaluation: the figures are of before.</source>
        <translation>
            <numerusform>%n picture was changed since this evaluation: the figures are of before.</numerusform>
            <numerusform>%n pictures were changed since this evaluation: the figures are of before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::LabelTab</name>
    <message numerus="yes">
        <source>%n for later</source>
        <translation>
            <numerusform>%n for later</numerusform>
            <numerusform>%n for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::MetricsPanel</name>
    <message numerus="yes">
        <source>%n group(s) of copies cross into the training pictures: the figures are too good</source>
        <translation>
            <numerusform>%n group of copies crosses into the training pictures: the figures are too good</numerusform>
            <numerusform>%n groups of copies cross into the training pictures: the figures are too good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>intervals over %n group(s) of copies</source>
        <translation>
            <numerusform>intervals over %n group of copies</numerusform>
            <numerusform>intervals over %n groups of copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::PictureActions</name>
    <message numerus="yes">
        <source>Delete %n picture(s) in the bin for good?</source>
        <translation>
            <numerusform>Delete %n picture in the bin for good?</numerusform>
            <numerusform>Delete %n pictures in the bin for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::PicturesPanel</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::PredictTab</name>
    <message numerus="yes">
        <source>Answered by %1 after epoch %2 with %n class(es); RGB, %3, middle %4 × %4 pixels.</source>
        <translation>
            <numerusform>Answered by %1 after epoch %2 with %n class; RGB, %3, middle %4 × %4 pixels.</numerusform>
            <numerusform>Answered by %1 after epoch %2 with %n classes; RGB, %3, middle %4 × %4 pixels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) answered</source>
        <translation>
            <numerusform>%n picture answered</numerusform>
            <numerusform>%n pictures answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ReliabilityChart</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::RunActions</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) with everything in their folders?</source>
        <translation>
            <numerusform>Delete %n run with everything in its folder?</numerusform>
            <numerusform>Delete %n runs with everything in their folders?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::SettingsPanel</name>
    <message numerus="yes">
        <source>%n setting(s) in all</source>
        <translation>
            <numerusform>%n setting in all</numerusform>
            <numerusform>%n settings in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ; the others are the same.</source>
        <translation>
            <numerusform>%n setting differs; the others are the same.</numerusform>
            <numerusform>%n settings differ; the others are the same.</numerusform>
        </translation>
    </message>
</context>
</TS>
