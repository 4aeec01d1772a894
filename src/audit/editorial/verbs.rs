//! A list of things says what is done with them.

use super::{ENDS, Text};
use crate::diagnostic::{Code, Finding};

/// A sentence with so many enumeration commas is a list.
const LIST: usize = 3;

/// Characters that verbs of such papers are made of or that join subject and predicate.
const VERBS: &str = "是为有在由把将向对以从到让使给按经就应可需据称说做办建设立开展推行动进组织派选配培训发放\
放入用作成取达提供助帮扶带领联系走访查看检测考核评定改造修整治清理收回集筹投拨付支出买卖销售种植养殖加工生产\
经营运管理服务接待处置调解化协商议决会谈商量报送上下传达学习教育引导支持保障解补增减扩缩降升转移搬迁住分\
设置划编印制订签承诺履职责落实公示开启通连接织打造创形变换聘请安排指派抽负担任兼写记录核验收审批准许禁止防控守护救援";

/// Reports sentences that are lists without any verb.
pub(super) fn in_lists(text: &Text<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if text.written.matches('、').count() < LIST {
        return findings;
    }
    let mut at = 0;
    for sentence in text.written.split_inclusive(ENDS) {
        let list = sentence.matches('、').count() >= LIST;
        if list && !sentence.contains(|c| VERBS.contains(c)) {
            findings.push(text.told(
                Code::NoVerb,
                at,
                sentence,
                "this sentence lists things and does not say what is done with them".to_owned(),
                "begin or end it with a verb",
            ));
        }
        at += sentence.len();
    }
    findings
}
