import type { FieldSpec } from '../field-spec.ts';

/** Columns that describe the buyer a row belongs to; the same in every kind of file that speaks of one. */
export const BUYER_OF_ROW = {
  buyer_external_id: {
    type: 'id',
    names:
      'buyer id|buyer_id|buyer_external_id|buyer no|customer id|customer no|customer number|customer code|client id|member id|buyer member id|buyer account|buyer login id|account id|aliid|바이어 ID|바이어 아이디|바이어 번호|바이어 코드|고객 ID|고객 아이디|고객번호|고객 코드|거래처 코드|거래처코드|거래처번호|회원 ID|회원번호|买家ID|买家编号|买家账号|买家会员ID|会员ID|会员登录ID|客户ID|客户编号|客户代码|客户编码|買家ID|買家編號|買家帳號|會員ID|客戶ID|客戶編號|客戶代碼',
  },
  buyer_name: {
    type: 'line',
    max: 200,
    names:
      'buyer|buyer name|buyer_name|customer|customer name|client|client name|recipient|contact name|contact person|sender|sender name|from|바이어|바이어명|바이어 이름|고객|고객명|고객 이름|구매자|구매자명|구매자 이름|주문자|주문자명|거래처|거래처명|수취인|수취인명|받는 사람|담당자|담당자명|보낸 사람|문의자|买家|买家名称|买家姓名|客户|客户名称|客户姓名|收货人|收货人姓名|收件人|联系人|买家全名|買家|買家名稱|買家姓名|客戶|客戶名稱|客戶姓名|收貨人|收件人姓名|聯絡人',
  },
  company: {
    type: 'line',
    max: 200,
    names:
      'company|company name|buyer company|business name|organisation|organization|firm|corporation|회사|회사명|업체|업체명|상호|상호명|법인명|기업명|公司|公司名称|公司名|企业名称|买家公司|公司名稱|企業名稱|買家公司',
  },
  email: {
    type: 'email',
    max: 320,
    names:
      'email|e-mail|mail|email address|e-mail address|buyer email|contact email|customer email|이메일|이메일 주소|메일|메일주소|전자우편|바이어 이메일|고객 이메일|邮箱|电子邮箱|电子邮件|邮件地址|邮箱地址|买家邮箱|客户邮箱|郵箱|電子郵件|電子信箱|電郵|買家郵箱',
  },
  phone: {
    type: 'phone',
    max: 50,
    names:
      'phone|tel|telephone|mobile|mobile phone|cell|cell phone|cellphone|phone number|telephone number|mobile number|contact number|whatsapp|tel no|전화|전화번호|연락처|휴대폰|휴대전화|휴대폰번호|핸드폰|핸드폰번호|모바일|电话|电话号码|手机|手机号|手机号码|联系电话|移动电话|電話|電話號碼|手機|手機號碼|聯絡電話|連絡電話',
  },
  country: {
    type: 'country',
    names:
      'country|country/region|country or region|country code|nation|nationality|buyer country|customer country|ship to country|destination country|destination|국가|나라|국가명|국가코드|바이어 국가|국적|배송국가|수출국|도착국|国家|国家/地区|国家或地区|国家地区|国别|买家国家|收货国家|目的国|國家|國家/地區|國別|買家國家|目的國',
  },
  language: {
    type: 'language',
    names: 'language|lang|language code|locale|언어|사용 언어|사용언어|언어코드|语言|语种|語言|語種',
  },
  platform_level: {
    type: 'level',
    names:
      'platform level|buyer level|level|buyer grade level|alibaba level|L1-L4|L1 L4|member level|buyer badge|badge|플랫폼 등급|플랫폼 레벨|바이어 레벨|알리바바 등급|레벨|회원등급|배지|买家等级|客户等级|买家级别|会员等级|等级|買家等級|客戶等級|會員等級|等級',
  },
} as const satisfies Record<string, FieldSpec>;

/** A file of buyers. */
export const BUYERS = {
  external_id: {
    type: 'id',
    names: `id|external_id|external id|no|number|code|코드|번호|编号|编码|編號|代碼|${BUYER_OF_ROW.buyer_external_id.names}`,
  },
  name: {
    type: 'line',
    max: 200,
    required: true,
    instead: ['company'],
    names: `name|full name|이름|성명|명칭|姓名|名称|名字|名稱|${BUYER_OF_ROW.buyer_name.names}`,
  },
  company: BUYER_OF_ROW.company,
  country: BUYER_OF_ROW.country,
  language: BUYER_OF_ROW.language,
  email: BUYER_OF_ROW.email,
  phone: BUYER_OF_ROW.phone,
  web_site: {
    type: 'url',
    max: 1000,
    names:
      'website|web site|web_site|url|homepage|home page|site|web|web address|company website|홈페이지|웹사이트|웹 사이트|사이트|홈페이지 주소|누리집|网站|网址|公司网站|主页|網站|網址|公司網站|首頁',
  },
  address: {
    type: 'text',
    max: 1000,
    names:
      'address|postal address|shipping address|street|company address|full address|주소|회사 주소|배송지|배송 주소|배송지 주소|소재지|地址|收货地址|公司地址|详细地址|收貨地址|詳細地址',
  },
  employees: {
    type: 'headcount',
    names:
      'employees|employee count|number of employees|staff|headcount|company size|직원수|직원 수|종업원수|종업원 수|임직원수|사원수|인원|인원수|회사 규모|员工数|员工人数|人数|公司规模|員工數|員工人數|公司規模',
  },
  annual_purchase: {
    type: 'amount',
    names:
      'annual purchase|annual_purchase|annual purchase volume|annual purchasing volume|annual purchase amount|yearly purchase|annual volume|annual purchase minor|purchasing volume|연간 구매액|연간 구매금액|연구매액|연간 구매 규모|연 구매|연간 매입액|年采购额|年采购量|年度采购额|采购额|年採購額|年採購量|年度採購額',
  },
  annual_purchase_currency: {
    type: 'currency',
    names: 'annual purchase currency|annual_purchase_currency|currency|통화|화폐|币种|货币|幣別|幣種|貨幣',
  },
  company_type: {
    type: 'companyType',
    names:
      'company type|company_type|business type|buyer type|customer type|type of business|industry type|type|업종|업태|회사 유형|기업 유형|바이어 유형|고객 유형|거래처 유형|유형|구분|公司类型|业务类型|企业类型|买家类型|客户类型|类型|公司類型|業務類型|企業類型|客戶類型|類型',
  },
  platform_level: BUYER_OF_ROW.platform_level,
  owner_email: {
    type: 'email',
    max: 320,
    names:
      'owner|owner email|owner_email|sales rep|sales person|salesperson|rep|assigned to|assignee|account manager|manager|담당|담당 직원|영업 담당|영업담당자|담당 영업|담당자 이메일|담당 이메일|业务员|负责人|跟进人|销售|业务经理|業務員|負責人|跟進人|業務',
  },
  tags: {
    type: 'list',
    max: 40,
    names: 'tags|tag|labels|label|groups|group|segment|category|태그|라벨|그룹|분류|标签|分组|标记|標籤|分組|群組',
  },
  note: {
    type: 'text',
    max: 10_000,
    names:
      'note|notes|memo|remark|remarks|comment|comments|description|메모|비고|참고|특이사항|노트|备注|说明|附注|備註|說明|備考',
  },
  created_at: {
    type: 'instant',
    names:
      'created|created at|created_at|created on|registered|registered at|registration date|first contact|first contact date|date added|joined|등록일|등록일시|생성일|생성일시|가입일|최초 연락일|첫 연락일|创建时间|创建日期|注册时间|添加时间|登记日期|建立時間|建立日期|註冊時間|登記日期',
  },
  time_zone: {
    type: 'zone',
    names: 'time zone|timezone|time_zone|tz|시간대|타임존|时区|時區',
  },
} as const satisfies Record<string, FieldSpec>;

/** A file of people at buyers. */
export const CONTACTS = {
  buyer_external_id: {
    ...BUYER_OF_ROW.buyer_external_id,
    required: true,
    instead: ['buyer_name', 'company', 'email', 'phone'],
  },
  buyer_name: {
    type: 'line',
    max: 200,
    names:
      'buyer|buyer name|buyer_name|customer|customer name|client|client name|account|account name|바이어|바이어명|고객|고객명|거래처|거래처명|买家|买家名称|客户|客户名称|買家|買家名稱|客戶|客戶名稱',
  },
  company: BUYER_OF_ROW.company,
  country: BUYER_OF_ROW.country,
  name: {
    type: 'line',
    max: 200,
    required: true,
    instead: ['email', 'phone'],
    names:
      'name|full name|contact|contact name|contact_name|contact person|person|person in charge|attention|attn|이름|성명|성함|담당자|담당자명|담당자 이름|연락 담당자|姓名|联系人|联系人姓名|名字|聯絡人|聯絡人姓名|聯繫人',
  },
  email: BUYER_OF_ROW.email,
  phone: BUYER_OF_ROW.phone,
  language: BUYER_OF_ROW.language,
  time_zone: BUYERS.time_zone,
} as const satisfies Record<string, FieldSpec>;
