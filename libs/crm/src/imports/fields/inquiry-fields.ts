import type { FieldSpec } from '../field-spec.ts';
import { BUYER_OF_ROW } from './buyer-fields.ts';

/** A file of inquiries or of messages, one row each. */
export const INQUIRIES = {
  external_id: {
    type: 'id',
    names:
      'id|external_id|inquiry id|inquiry_id|inquiry no|inquiry number|message id|message_id|ticket id|ticket|rfq id|feedback id|문의번호|문의 번호|문의 ID|메시지 ID|메시지번호|询盘ID|询盘编号|询盘号|询价单号|消息ID|咨询编号|詢盤ID|詢盤編號|詢價單號|訊息ID',
  },
  conversation_id: {
    type: 'id',
    names:
      'conversation id|conversation_id|conversation|conversation external id|thread|thread id|thread_id|chat id|session id|대화 ID|대화번호|대화|스레드|会话ID|会话|对话ID|會話ID|對話ID',
  },
  received_at: {
    type: 'instant',
    required: true,
    names:
      'received at|received_at|received|date|time|sent at|sent_at|sent|date received|inquiry date|inquiry time|created at|created time|message time|message date|creation time|inquiry creation time|submitted|문의일|문의일시|문의 일시|접수일|접수일시|수신일|수신일시|받은 날짜|날짜|일시|보낸 시간|보낸시간|询盘时间|询盘日期|询价时间|收到时间|发送时间|创建时间|时间|日期|詢盤時間|收到時間|發送時間|建立時間|時間',
  },
  subject: {
    type: 'line',
    max: 500,
    names:
      'subject|title|inquiry title|inquiry subject|topic|제목|문의제목|문의 제목|주제|主题|标题|询盘标题|询盘主题|主題|標題|詢盤標題',
  },
  message: {
    type: 'text',
    max: 200_000,
    required: true,
    names:
      'message|text|content|body|inquiry|inquiry content|inquiry message|inquiry details|message content|requirement|requirements|question|details|문의|문의내용|문의 내용|내용|메시지|본문|질문|询盘|询盘内容|询价内容|内容|消息|消息内容|留言|正文|咨询内容|采购需求|詢盤|詢盤內容|內容|訊息|訊息內容|諮詢內容',
  },
  ...BUYER_OF_ROW,
  buyer_external_id: {
    ...BUYER_OF_ROW.buyer_external_id,
    required: true,
    instead: ['email', 'phone', 'buyer_name', 'company', 'conversation_id'],
  },
  product: {
    type: 'line',
    max: 300,
    names:
      'product|product name|product_name|item|interested product|inquired product|상품|상품명|제품|제품명|문의상품|문의 상품|관심 상품|产品|产品名称|商品|询盘产品|意向产品|產品|產品名稱|詢盤產品|意向產品',
  },
  quantity: {
    type: 'integer',
    names:
      'quantity|qty|order quantity|purchase quantity|quantity required|quantity needed|수량|문의수량|구매수량|희망수량|数量|采购数量|采购量|求购数量|數量|採購數量|採購量',
  },
  direction: {
    type: 'choice',
    choices: {
      theirs:
        'inbound|in|incoming|received|buyer|customer|theirs|from buyer|수신|받음|바이어|고객|接收|收到|买家|客户|買家|客戶|收',
      ours: 'outbound|out|outgoing|sent|seller|us|ours|we|reply|from us|발신|보냄|우리|판매자|답변|发送|发出|卖家|我方|回复|發送|賣家|回覆|发',
    },
    names: 'direction|sender type|sent by|from type|in/out|방향|구분|수발신|수신/발신|发送方|收发|方向|收發|類型',
  },
  reply: {
    type: 'text',
    max: 200_000,
    names:
      'reply|our reply|response|answer|reply content|reply message|last reply|답변|답변내용|답변 내용|회신|회신내용|답장|回复|回复内容|答复|我的回复|回覆|回覆內容|答覆',
  },
  replied_at: {
    type: 'instant',
    names:
      'replied at|replied_at|reply date|reply time|response time|response date|answered at|답변일|답변일시|답변 일시|회신일|회신일시|답변시간|回复时间|回复日期|答复时间|回覆時間|回覆日期|答覆時間',
  },
  status: {
    type: 'choice',
    choices: {
      open: 'open|new|unanswered|waiting|pending|unread|unreplied|not replied|in progress|신규|미답변|미응답|대기|대기중|진행중|접수|未回复|待回复|新询盘|未读|跟进中|未回覆|待回覆|新詢盤|未讀',
      answered: 'answered|replied|responded|답변완료|답변|응답|회신|회신완료|已回复|已答复|已回覆|已答覆',
      declined: 'declined|rejected|lost|not interested|거절|거절됨|이탈|拒绝|已拒绝|流失|拒絕|已拒絕',
      spam: 'spam|junk|blacklisted|스팸|광고|垃圾|垃圾询盘|垃圾邮件|垃圾詢盤',
      closed:
        'closed|done|completed|finished|archived|won|종료|완료|마감|보관|已关闭|已完成|关闭|完成|已成交|已關閉|關閉',
    },
    names:
      'status|inquiry status|state|reply status|상태|문의상태|문의 상태|처리상태|답변상태|답변 여부|状态|询盘状态|回复状态|狀態|詢盤狀態|回覆狀態',
  },
} as const satisfies Record<string, FieldSpec>;

/** A file of answers that the assistant may cite. */
export const KNOWLEDGE = {
  code: {
    type: 'id',
    max: 60,
    names: 'code|id|no|number|key|entry id|kb id|faq id|코드|번호|문서번호|문서 코드|编号|代码|編號|代碼',
  },
  title: {
    type: 'line',
    max: 200,
    required: true,
    instead: ['title_ko'],
    names: 'title|subject|topic|name|heading|title en|제목|주제|항목|항목명|标题|主题|名称|標題|主題|名稱',
  },
  title_ko: {
    type: 'line',
    max: 200,
    names:
      'title_ko|title ko|korean title|title (korean)|한국어 제목|제목(한국어)|국문 제목|한글 제목|韩文标题|韓文標題',
  },
  questions: {
    type: 'list',
    max: 300,
    names:
      'questions|question|q|example questions|asked as|keywords|질문|예상 질문|예상질문|질문 예시|자주 묻는 질문|키워드|问题|常见问题|提问|關鍵字|問題|常見問題',
  },
  answer: {
    type: 'text',
    max: 5_000,
    required: true,
    names:
      'answer|content|text|body|response|reply|a|답변|답|내용|본문|답변 내용|안내문|答案|回答|内容|答复|正文|內容|答覆',
  },
  category: {
    type: 'line',
    max: 40,
    names: 'category|topic|section|group|type|분류|카테고리|구분|주제 분류|유형|分类|类别|栏目|分類|類別',
  },
  visibility: {
    type: 'choice',
    choices: {
      public: 'public|external|yes|공개|외부|외부공개|바이어 공개|公开|外部|公開',
      internal: 'internal|private|no|team|비공개|내부|내부용|사내|内部|不公开|內部|不公開',
    },
    names:
      'visibility|public|audience|access|공개|공개여부|공개 여부|공개범위|공개 범위|可见性|是否公开|公开范围|可見性|是否公開|公開範圍',
  },
  auto_reply: {
    type: 'boolean',
    names:
      'auto reply|auto_reply|auto-reply|automatic reply|auto send|자동응답|자동 응답|자동답변|자동 발송|自动回复|自动答复|自動回覆|自動答覆',
  },
  valid_until: {
    type: 'date',
    names:
      'valid until|valid_until|expires|expiry|expiry date|expiration date|valid to|유효기간|유효기한|만료일|유효일|有效期|有效期至|失效日期|到期日|有效期限|失效日',
  },
  language: BUYER_OF_ROW.language,
} as const satisfies Record<string, FieldSpec>;
